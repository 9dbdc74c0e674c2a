import { ref, watch, type Ref } from 'vue'
import { currentLanguage } from '@/data/settings'
import { speakMap } from '@/words/map'

/** Fetches the map's own words; true once they are here in the present language. */
export function useMapWords(): Ref<boolean> {
  const spoken = ref(false)
  watch(currentLanguage, (next) => void speakMap(next).then(() => (spoken.value = true)), { immediate: true })
  return spoken
}
