/** Resolves once what stands now is drawn; in a window that draws nothing, soon. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) setTimeout(resolve)
    else requestAnimationFrame(() => setTimeout(resolve))
  })
}

/** Resolves a frame after that: time for what nobody waits for while the first rows are drawn. */
export async function calmFrame(): Promise<void> {
  await nextFrame()
  await nextFrame()
}
