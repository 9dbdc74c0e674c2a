import { computed } from 'vue'
import { STEPS, countOf, placeKey, undecided, type Wizard } from '@/data/import'
import { numberText, t } from '@/words'

/** The steps with what waits at each, and the way from one to the next. */
export function useSteps(wizard: Wizard) {
  const waiting = computed(() => {
    const { report, said } = wizard
    const repeats = undecided(report.value).filter((one) => !said.decisions[placeKey(one.sheet, one.row)])
    return {
      questions: wizard.unanswered.value.length,
      rows: countOf(wizard.unsettled.value?.detail?.groups ?? [], 'must'),
      repeats: repeats.length,
    }
  })
  const steps = computed(() => {
    const here = STEPS.indexOf(wizard.step.value)
    return STEPS.map((value, at) => {
      // What waited at a step was found in a table; without one, nothing does.
      const told = value in waiting.value
      const count = told && wizard.taken.value ? waiting.value[value as keyof typeof waiting.value] : 0
      return {
        value,
        label: t(`ui.wizard.step_${value}`),
        done: at < here && !count && !(told && !wizard.report.value),
        disabled: at > 0 && !wizard.taken.value,
        ...(count
          ? {
              count: numberText(count),
              told: t(`ui.wizard.waits_${value}`, { count: numberText(count) }),
            }
          : {}),
      }
    })
  })
  function go(by: number) {
    const next = STEPS[STEPS.indexOf(wizard.step.value) + by]
    if (!next || wizard.busy.value === 'writing' || (by > 0 && !wizard.taken.value)) return
    wizard.step.value = next
  }
  return { steps, go, waiting }
}
