// Scrolls through the ledger, a little each frame and then by leaps, and keeps how long each frame took.
const scroller = document.querySelector('[data-testid=grid]').closest('.scroller')
const gaps = []
let last
let left = 360
scroller.scrollTop = 0
window.measured = undefined
function step(now) {
  if (last !== undefined) gaps.push(now - last)
  last = now
  if (left === 0) {
    window.measured = gaps
    return
  }
  scroller.scrollTop += left > 60 ? 120 : 4000
  left--
  requestAnimationFrame(step)
}
requestAnimationFrame(step)
