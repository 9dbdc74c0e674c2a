import type { Words } from '../draw/options'
import { STATES } from '../scene'

const LAYER = { upstream: '上游', midstream: '中游', downstream: '下游', support: '支撑' }
const STATE = { strong: '优势', weak: '薄弱', missing: '缺失', extend: '可延伸', unknown: '未评估' }

/** Words for tests, which know no catalogue. */
export const plainWords: Words = {
  layer: (layer) => LAYER[layer],
  state: (state) => STATE[state],
  complete: ({ counts, share }, short) =>
    [
      share === undefined ? '' : `完整度 ${Math.round(share * 100)}%`,
      ...(short ? [] : STATES.map((one) => `${STATE[one]} ${counts[one]}`)),
    ].join(' '),
  local: (count, short) => (short ? `本${count}` : `本地 ${count} 家`),
  targets: (count, short) => (short ? `标${count}` : `目标 ${count} 家`),
  covered: (share) => `覆盖 ${Math.round(share * 100)}%`,
  more: (count) => `另有 ${count} 家`,
  byScope: () => '按范围',
}
