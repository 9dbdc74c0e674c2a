import { File, FileArchive, FileImage, FileSpreadsheet, FileText } from '@lucide/vue'
import type { Component } from 'vue'

/** How a file is shown: as a picture, as a document page by page, or not at all. */
export type Preview = 'picture' | 'pdf'

const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp', 'image/svg+xml']

/** How a file of this type can be looked at here. */
export function previewOf(mediaType: string): Preview | undefined {
  if (PICTURES.includes(mediaType)) return 'picture'
  return mediaType === 'application/pdf' ? 'pdf' : undefined
}

/** The icon of a file. */
export function fileIcon(mediaType: string): Component {
  if (mediaType.startsWith('image/')) return FileImage
  if (/sheet|excel|csv/.test(mediaType)) return FileSpreadsheet
  if (/zip|compressed|rar|7z/.test(mediaType)) return FileArchive
  return /pdf|word|text|document/.test(mediaType) ? FileText : File
}

/** A size for people. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`
  return bytes < 1_000_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${(bytes / 1_000_000_000).toFixed(1)} GB`
}
