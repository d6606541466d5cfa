const QUOTE = 0x22
/** Bytes that UTF-8 needs at most for a unit of a JavaScript string. */
const WIDEST = 3
/** Units of a text that become bytes at a time: they stay in the processor's cache, and a document of megabytes needs no more than others. */
const STRETCH = 8_192
/** Bytes that are got ready at a time. */
const BLOCK = 524_288

const encoder = new TextEncoder()

/**
 * Text on its way to bytes in UTF-8. A document in CSV has each of its hundreds of quotes twice: on bytes that costs a tenth of what it
 * costs on a string, where every quote makes pieces of it. Texts are gathered first, since each step into bytes has a price of its own.
 */
export class ByteText {
  private pending = ''
  private readonly plain = new Uint8Array(STRETCH * WIDEST)
  private pieces: Buffer[] = []
  private block = Buffer.alloc(0)
  /** Where in the block the piece that is being written begins and ends. */
  private begin = 0
  private end = 0

  append(text: string): void {
    this.pending += text
  }

  /** Appends the text with every quote in it twice. */
  appendDoubled(text: string): void {
    this.settle()
    for (const stretch of stretchesOf(text)) this.double(stretch)
  }

  /** What was appended since the last time, in pieces of at most half a megabyte. */
  take(): Buffer[] {
    this.settle()
    this.closePiece()
    const { pieces } = this
    this.pieces = []
    return pieces
  }

  private settle(): void {
    if (this.pending === '') return
    for (const stretch of stretchesOf(this.pending)) {
      this.makeRoom(stretch.length * WIDEST)
      this.end += this.block.write(stretch, this.end)
    }
    this.pending = ''
  }

  private double(stretch: string): void {
    const { plain } = this
    const size = encoder.encodeInto(stretch, plain).written
    this.makeRoom(2 * size)
    const { block } = this
    let { end } = this
    for (let at = 0; at < size; at += 1) {
      const byte = plain[at] ?? 0
      block[end] = byte
      end += 1
      if (byte === QUOTE) {
        block[end] = byte
        end += 1
      }
    }
    this.end = end
  }

  private makeRoom(most: number): void {
    if (this.end + most <= this.block.length) return
    this.closePiece()
    this.block = Buffer.allocUnsafe(BLOCK)
    this.begin = 0
    this.end = 0
  }

  /** A piece is not written to any more, but what follows it in the block is. */
  private closePiece(): void {
    if (this.end > this.begin) this.pieces.push(this.block.subarray(this.begin, this.end))
    this.begin = this.end
  }
}

/** The text in parts, none of which ends within a character. */
function* stretchesOf(text: string): Generator<string> {
  if (text.length <= STRETCH) {
    yield text
    return
  }
  for (let start = 0; start < text.length; ) {
    const isSplit = isHighSurrogate(text.charCodeAt(start + STRETCH - 1))
    const end = start + STRETCH - (isSplit ? 1 : 0)
    yield text.slice(start, end)
    start = end
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}
