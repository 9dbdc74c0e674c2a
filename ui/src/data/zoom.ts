import { ref } from 'vue'
import { inWindow, setZoom } from '@/bridge'

/** How large the window can show its pages, as browsers do. */
export const ZOOMS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const
const KEPT = 'suoji.zoom'
const USUAL = 1

const kept = Number(localStorage.getItem(KEPT))
const zoom = ref<number>(ZOOMS.find((one) => one === kept) ?? USUAL)

function show(next: number): void {
  zoom.value = next
  localStorage.setItem(KEPT, String(next))
  // A window that cannot do it stays as it is.
  void setZoom(next).catch(() => undefined)
}

/** Whether the pages are asked; a browser does it by itself. */
export const canZoom = inWindow

/** Shows the pages as large as when the window was last open; a browser keeps that itself. */
export function startZoom(): void {
  if (inWindow && zoom.value !== USUAL) show(zoom.value)
}

/** One step larger or smaller. */
export function zoomBy(step: 1 | -1): void {
  const at = ZOOMS.findIndex((one) => one === zoom.value) + step
  show(ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, at))] ?? USUAL)
}

/** As large as it was made. */
export function zoomBack(): void {
  show(USUAL)
}
