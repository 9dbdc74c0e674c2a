// Pans and zooms the map as a hand does, a step each frame: pan over the whole, zoom in seven times, pan there,
// zoom out again. Keeps how long each frame took. The argument is how many steps each of the four takes.
const board = document.querySelector('[data-testid=map-board]')
const box = board.getBoundingClientRect()
const middle = {
  x: box.left + box.width * 0.4,
  y: box.top + box.height * 0.45,
}
const STEPS = arguments[0]
const gaps = []
let last
let frame = 0
window.measured = undefined

const mouse = (type, to, place) => {
  const Kind = type.startsWith('pointer') ? PointerEvent : MouseEvent
  to.dispatchEvent(
    new Kind(type, {
      view: window,
      bubbles: true,
      cancelable: true,
      button: 0,
      clientX: place.x,
      clientY: place.y,
    }),
  )
}
// Out and back along a line, so that the board stays in the window.
const along = (step) => {
  const turn = Math.sin((step / STEPS) * Math.PI * 2)
  return {
    x: middle.x + turn * box.width * 0.2,
    y: middle.y + turn * box.height * 0.12,
  }
}
function pan(step) {
  if (step === 0) mouse('mousedown', board, middle)
  mouse('pointermove', board, along(step + 1))
  mouse('mousemove', window, along(step + 1))
  if (step === STEPS - 1) mouse('mouseup', window, middle)
}
const zoom = (way) => () =>
  board.dispatchEvent(
    new WheelEvent('wheel', {
      bubbles: true,
      cancelable: true,
      clientX: middle.x,
      clientY: middle.y,
      // All of these are seven-fold.
      deltaY: (way * Math.log2(7) * 500) / STEPS,
    }),
  )
const phases = [pan, zoom(-1), pan, zoom(1)]

function step(now) {
  if (last !== undefined) gaps.push(now - last)
  last = now
  const phase = phases[Math.floor(frame / STEPS)]
  if (!phase) {
    window.measured = gaps
    return
  }
  phase(frame % STEPS)
  frame++
  requestAnimationFrame(step)
}
requestAnimationFrame(step)
