// Keeps, for every key from now on, how long it took from the press to after the frame that shows it.
window.measured = []
addEventListener(
  'keydown',
  (event) => {
    const pressed = event.timeStamp
    requestAnimationFrame(() => {
      const painted = new MessageChannel()
      painted.port1.onmessage = () => window.measured.push(performance.now() - pressed)
      painted.port2.postMessage(0)
    })
  },
  true,
)
