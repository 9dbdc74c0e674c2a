// The steps of xtask/src/bench/page/map.js, told to a library instead of to the mouse: pan over the whole, zoom
// in seven times, pan there, zoom out again.

const along = (step, steps, width, height) => {
  const turn = Math.sin((step / steps) * Math.PI * 2)
  return { x: turn * width * 0.2, y: turn * height * 0.12 }
}

/** Moves what was drawn, a step each frame, and tells how long each frame took. */
export function gesture(drawn, width, height, steps) {
  const middle = { x: width * 0.4, y: height * 0.45 }
  const pan = (step) => {
    const [from, to] = [along(step, steps, width, height), along(step + 1, steps, width, height)]
    drawn.pan(to.x - from.x, to.y - from.y)
  }
  const zoom = (way) => () => drawn.zoom(7 ** (way / steps), middle.x, middle.y)
  const phases = [pan, zoom(1), pan, zoom(-1)]
  return new Promise((done) => {
    const gaps = []
    let last
    let frame = 0
    const step = (now) => {
      if (last !== undefined) gaps.push(now - last)
      last = now
      const phase = phases[Math.floor(frame / steps)]
      if (!phase) return done(gaps)
      phase(frame % steps)
      frame++
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
}
