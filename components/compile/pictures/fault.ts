/** Why a picture of pixels cannot be used. Both sentences are for the editor who chose it. */
export class Fault extends Error {
  override name = 'Fault'

  constructor(message: string, readonly advice: string) {
    super(message)
  }
}
