import { defineComponent, h, type PropType, type VNode } from 'vue'
import type { DrawnColumn, DrawnColumns } from './GridBody'
import type { GridOrder } from './types'
import { useHeadDrag } from './useHeadDrag'
import './GridHead.css'

/** Whether all rows, some or none are chosen. */
export type Checked = 'every' | 'some' | 'none'

/** The heading: titles that sort, a menu per column, edges and titles that can be dragged. */
export const GridHead = defineComponent({
  name: 'GridHead',
  props: {
    columns: { type: Object as PropType<DrawnColumns>, required: true },
    order: { type: Function as PropType<(id: string) => GridOrder>, required: true },
    /** Columns whose heading stands out, because a condition lies on them. */
    marked: { type: Array as PropType<string[]>, required: true },
    menuLabel: { type: Function as PropType<(id: string) => string>, required: true },
    checkLabel: { type: String, required: true },
    checked: { type: String as PropType<Checked>, required: true },
    /** Titles alone, without anything to press. */
    plain: { type: Boolean, default: false },
  },
  emits: {
    sort: (id: string, add: boolean) => !!id && add !== undefined,
    menu: (id: string, beside: HTMLElement) => !!id && !!beside,
    resize: (id: string, width: number) => !!id && width > 0,
    fit: (id: string) => !!id,
    move: (id: string, to: number) => !!id && to >= 0,
    check: () => true,
  },
  setup(props, { emit }) {
    const { drag, down, once } = useHeadDrag({
      resize: (id, width) => emit('resize', id, width),
      move: (id, to) => emit('move', id, to),
    })

    function all(): VNode {
      const box = h('button', {
        class: ['all', props.checked],
        type: 'button',
        role: 'checkbox',
        'aria-checked': props.checked === 'some' ? 'mixed' : props.checked === 'every',
        'aria-label': props.checkLabel,
        'data-testid': 'check-all',
        onClick: () => emit('check'),
      })
      return h(
        'div',
        {
          class: 'leadhead',
          role: 'columnheader',
          'aria-colindex': 1,
          style: `width:${props.columns.lead}px`,
        },
        props.plain ? [h('span', { class: 'unseen' }, props.checkLabel)] : [box],
      )
    }

    function title({ column, name }: DrawnColumn, { way, level }: GridOrder): VNode {
      if (props.plain)
        return h('span', { class: 'title', title: column.title }, [
          h('span', { class: 'words' }, column.title),
          column.unit ? h('span', { class: 'unit' }, column.unit) : null,
        ])
      return h(
        'button',
        {
          class: 'title',
          type: 'button',
          title: [column.title, column.unit].filter(Boolean).join(' '),
          'data-testid': `sort-${name}`,
          onClick: (event: MouseEvent) => once(() => emit('sort', name, event.shiftKey)),
        },
        [
          h('span', { class: 'words' }, column.title),
          column.unit ? h('span', { class: 'unit' }, column.unit) : null,
          way === 'none' ? null : h('span', { class: ['arrow', way], 'aria-hidden': 'true' }, level),
        ],
      )
    }

    function cell(one: DrawnColumn): VNode {
      const { column, name, col } = one
      const order = props.order(name)
      return h(
        'div',
        {
          key: name,
          class: [
            'headcell',
            column.align,
            { marked: props.marked.includes(name), dragged: drag.value?.id === name },
          ],
          role: 'columnheader',
          'aria-sort': order.way,
          'aria-colindex': col + 2,
          'data-head': name,
          'data-at': col,
          style: one.style,
        },
        [title(one, order), ...(props.plain ? [] : tools(name))],
      )
    }

    function tools(name: string): VNode[] {
      return [
        h('button', {
          class: 'more',
          type: 'button',
          'aria-haspopup': 'dialog',
          'aria-label': props.menuLabel(name),
          'data-testid': `filter-${name}`,
          onClick: (event: MouseEvent) => emit('menu', name, event.currentTarget as HTMLElement),
        }),
        h('span', { class: 'grip', onDblclick: () => emit('fit', name) }),
      ]
    }

    return () => {
      const { frozen, scrolled, total } = props.columns
      const line = drag.value?.line
      return h('div', { class: 'head', role: 'rowgroup', onPointerdown: down }, [
        h('div', { class: 'headline', role: 'row', 'aria-rowindex': 1, style: `width:${total}px` }, [
          h('div', { class: 'headpin', role: 'presentation' }, [all(), ...frozen.map(cell)]),
          ...scrolled.map(cell),
        ]),
        line === undefined ? null : h('div', { class: 'dropline', style: `left:${line}px` }),
      ])
    }
  },
})
