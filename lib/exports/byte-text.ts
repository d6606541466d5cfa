const QUOTE = 0x22
/** Bytes that UTF-8 needs at most for a unit of a JavaScript string. */
const WIDEST = 3

/**
 * Text on its way to bytes in UTF-8. A document in CSV has each of its hundreds of quotes twice: on bytes that costs a tenth of what it
 * costs on a string, where every quote makes pieces of it. Texts are gathered first, since each step into bytes has a price of its own.
 */
export class ByteText {
  private pending = ''
  private bytes = new Uint8Array(65_536)
  private plain = Buffer.alloc(0)
  private length = 0

  append(text: string): void {
    this.pending += text
  }

  /** Appends the text with every quote in it twice. */
  appendDoubled(text: string): void {
    this.settle()
    const most = text.length * WIDEST
    if (this.plain.length < most) this.plain = Buffer.alloc(most)
    const { plain } = this
    const size = plain.write(text)
    this.makeRoom(2 * size)
    const { bytes } = this
    let { length } = this
    for (let at = 0; at < size; at += 1) {
      const byte = plain[at] ?? 0
      bytes[length] = byte
      length += 1
      if (byte === QUOTE) {
        bytes[length] = byte
        length += 1
      }
    }
    this.length = length
  }

  /** What was appended since the last time. */
  take(): Buffer {
    if (this.length === 0) {
      const piece = Buffer.from(this.pending)
      this.pending = ''
      return piece
    }
    this.settle()
    const piece = Buffer.from(this.bytes.subarray(0, this.length))
    this.length = 0
    return piece
  }

  private settle(): void {
    if (this.pending === '') return
    const piece = Buffer.from(this.pending)
    this.pending = ''
    this.makeRoom(piece.length)
    this.bytes.set(piece, this.length)
    this.length += piece.length
  }

  private makeRoom(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const bytes = new Uint8Array(2 * (this.length + more))
    bytes.set(this.bytes.subarray(0, this.length))
    this.bytes = bytes
  }
}
