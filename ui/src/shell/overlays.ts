import { ref } from 'vue'

/** What lies over the page: the command palette or the sheet of shortcuts. */
export const overlay = ref<'palette' | 'sheet'>()

/** What is in the palette's box when it opens. */
export const paletteText = ref('')

/** Opens the palette with this in its box. */
export function openPalette(text = ''): void {
  paletteText.value = text
  overlay.value = 'palette'
}

/** The kind of which a new record is being made over the page. */
export const newKind = ref<string>()
