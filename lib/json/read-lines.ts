/** In the browser: the lines of a body, each as soon as it has come. What stands behind the last line break is left out. */
export async function* readLines(body: ReadableStream<BufferSource>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}
