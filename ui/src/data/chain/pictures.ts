import { call, type PictureForm, type PictureFormat } from '@/bridge'
import { saveBase64 } from '../saveBlob'
import type { Layer } from './types'

export type { PictureForm, PictureFormat }

/**
 * Has a chain, a layer of it, or a segment with all below it drawn and hands the files to the person's downloads. Paper is
 * white unless it is a screen.
 */
export async function savePicture(
  what: { chain: string; segment?: string; layer?: Layer },
  form: PictureForm,
  format: PictureFormat,
  language: string,
  dark: boolean,
): Promise<void> {
  const onScreen = form === 'slides' && dark
  const { files } = await call('chain_picture', { ...what, form, format, language, dark: onScreen })
  for (const { name, data } of files) saveBase64(name, data)
}
