/** Red, green and blue of sRGB, and how much it hides of what is behind it; each from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number]

/** Every colour in a text as browsers write those of `color-mix(in srgb, …)`: `color(srgb 0 0.369 0.722 / 0.5)`. */
export function srgbColours(text: string): Colour[] {
  return [...text.matchAll(/\(srgb ([^)]+)/g)].map(([, numbers = '']) => {
    // A part can be "none", which is 0; and a screen of wider gamut shows more than 1, which others cannot.
    const [red = 0, green = 0, blue = 0, alpha = 1] = numbers.split(/[ /]+/).map(part => Math.min(Math.max(+part || 0, 0), 1))
    return [red, green, blue, alpha]
  })
}

/** What is seen where one colour lies on another. */
export function over(front: Colour, behind: Colour): Colour {
  const [red, green, blue] = behind.map((part, at) => part + (front[at]! - part) * front[3])
  return [red!, green!, blue!, 1]
}

/** Contrast of a colour and what it stands on, from 1 to 21: WCAG 2.2, "contrast ratio". */
export function contrast(front: Colour, behind: Colour): number {
  const [dark, light] = [over(front, behind), behind].map(luminance).sort((a, b) => a - b)
  return (light! + .05) / (dark! + .05)
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map(part => part > .04045 ? ((part + .055) / 1.055) ** 2.4 : part / 12.92)
  return .2126 * red! + .7152 * green! + .0722 * blue!
}
