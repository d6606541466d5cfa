import type { Page } from '@playwright/test'
import sharp from 'sharp'

/** Milliseconds that a frame stays, for what is read and for what only goes by. */
export const READ = 1_800
export const PASS = 90

/** Frames of a page that a script goes through: what a person would see, without what they would wait for. */
export class Recording {
  private readonly frames: Buffer[] = []
  private readonly delays: number[] = []

  constructor(private readonly page: Page) {}

  async frame(milliseconds: number): Promise<void> {
    this.frames.push(await this.page.screenshot())
    this.delays.push(milliseconds)
  }

  /** Types into what has the focus, a frame for every few letters. */
  async type(text: string, letters = 4): Promise<void> {
    for (let at = 0; at < text.length; at += letters) {
      await this.page.keyboard.type(text.slice(at, at + letters))
      await this.frame(PASS)
    }
  }

  /** One animation that begins again at its end, and how many bytes it has. Without loss: what did not change stays as it was drawn. */
  async write(file: string): Promise<number> {
    const { size } = await sharp(this.frames, { join: { animated: true } })
      .webp({ delay: this.delays, loop: 0, lossless: true, effort: 5, minSize: true })
      .toFile(file)
    return size
  }
}
