import type { Action } from '@/data/actions'
import { backUp } from '@/data/files'
import { say, sayFault } from '@/data/notices'
import { go } from '@/data/route'
import { DENSITIES, LANGUAGES, setDensity, setLanguage, setTheme, THEMES } from '@/data/settings'
import { kindWithin } from '@/fields/labels'
import { ledgerKinds } from '@/records/kindIcons'
import { t } from '@/words'
import { newKind } from './overlays'

const PARTS = ['window', 'passphrase', 'backups', 'verify'] as const

async function backUpNow() {
  const { path } = await backUp()
  say('ui.palette.backed_up', { path })
}

/** Actions without keys, which only the palette offers: new records, settings, a backup. */
export function paletteActions(): Action[] {
  const setting = (id: string, label: string, run: () => Promise<void>): Action => ({
    id,
    group: 'setting',
    label,
    run: () => void run().catch(sayFault),
  })
  const named = (name: string, choice: string) =>
    t('ui.palette.set', { name: t(`ui.settings.${name}`), choice })
  return [
    ...ledgerKinds().map((kind) => ({
      id: `new_${kind}`,
      group: 'new' as const,
      label: t('ui.new.title', { kind: kindWithin(kind) }),
      run: () => (newKind.value = kind),
    })),
    setting('backup', t('ui.settings.backup_run'), backUpNow),
    ...PARTS.map((part) => ({
      id: `settings_${part}`,
      group: 'setting' as const,
      label: t('ui.palette.settings_of', { part: t(`ui.settings.${part}`) }),
      run: () => go({ page: 'settings', part }),
    })),
    ...THEMES.map((one) =>
      setting(`theme_${one}`, named('theme', t(`ui.settings.theme_${one}`)), () => setTheme(one)),
    ),
    ...DENSITIES.map((one) =>
      setting(`density_${one}`, named('density', t(`ui.settings.density_${one}`)), () => setDensity(one)),
    ),
    ...LANGUAGES.map((one) =>
      setting(`language_${one}`, named('language', one === 'en' ? 'English' : '中文'), () =>
        setLanguage(one),
      ),
    ),
  ]
}
