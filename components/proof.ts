/** Asks whoever is at the screen to prove that it is them; resolves to whether they did. */
type Prover = () => Promise<boolean>

let prover: Prover | undefined

/** Makes `next` the one that is asked, until the function that it gives is called. */
export function provideProof(next: Prover): () => void {
  prover = next
  return () => {
    if (prover === next) prover = undefined
  }
}

/** False also where nobody can be asked. */
export async function askForProof(): Promise<boolean> {
  return prover ? prover() : false
}
