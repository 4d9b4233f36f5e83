/** Why a picture of pixels cannot be used. Both sentences are for the editor who chose it. */
export class PictureFault extends Error {
  override name = 'PictureFault'

  constructor(message: string, readonly advice: string) {
    super(message)
  }
}
