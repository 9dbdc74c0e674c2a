import { call, type ChainImported, type ChainProblem, type Commands } from '@/bridge'
import { sendFile } from '../files'
import { saveBase64 } from '../saveBlob'

export type { ChainImported, ChainProblem }
export type ChainFileFormat = Commands['chain_export']['request']['format']

/** Hands a whole chain to the person's downloads, as `importChain` takes it. */
export async function exportChain(chain: string, format: ChainFileFormat): Promise<void> {
  const { files } = await call('chain_export', { chain, format })
  for (const { name, data } of files) saveBase64(name, data)
}

/** The most bytes of a chain file that are taken. */
const MOST_BYTES = 32 << 20

/** Brings a chain file in, whole or not at all; with `dry`, only says what would happen. */
export const importChain = (file: File, dry: boolean): Promise<ChainImported> =>
  sendFile(
    file,
    ({ name, data }) => call('chain_import', { file_name: name, data, dry_run: dry }),
    'file_too_large',
    MOST_BYTES,
  )
