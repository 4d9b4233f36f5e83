/** What a drawing is made of. Elements that are in none of these lists are refused, attributes are left out: see `svg.ts`. */

/** Elements that are written as they are. */
export const ELEMENTS = words(`
  svg g defs symbol use title desc image
  path rect circle ellipse line polyline polygon
  text tspan textPath
  linearGradient radialGradient stop pattern clipPath mask marker
  filter feBlend feColorMatrix feComponentTransfer feFuncR feFuncG feFuncB feFuncA feComposite feConvolveMatrix
  feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feGaussianBlur feMerge feMergeNode feMorphology
  feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`)

/** Elements in which text is shown. */
export const TEXT = words('text tspan textPath')

/** Elements whose text is read out: they hold nothing else. */
export const NAMES = words('title desc')

/** Elements that draw nothing in a picture that is shown as a whole. */
export const SILENT = words('metadata style view')

/** Elements that are refused, by why. */
export const REFUSED: Record<string, [what: string, advice: string]> = {
  ...reason('script handler listener', ['program code', 'Export it as plain SVG, or save it as PNG.']),
  ...reason('foreignObject', ['words laid out as a web page, which only some programs show',
    'Export it with its words as SVG text: in draw.io, switch off "Word wrap" and "Formatted text". Or save it as PNG.']),
  ...reason('animate animateTransform animateMotion animateColor set discard mpath', ['an animation',
    'Take it out: a picture that moves keeps some people from reading. Or save it as PNG.']),
  ...reason('font font-face glyph missing-glyph hkern vkern', ['a font, which most browsers do not read',
    'Turn its words into paths, or use a font that each computer has, such as Arial.']),
  ...reason('flowRoot flowPara flowRegion flowSpan flowDiv', ['flowing text, which no browser shows',
    'In Inkscape choose Text, then "Convert to Text", and save it again.']),
}

/** Attributes by the CSS property of the same name: both set how an element looks. */
export const PRESENTATION = words(`
  alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters color-rendering
  direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font-family font-size
  font-size-adjust font-stretch font-style font-variant font-weight image-rendering letter-spacing lighting-color marker-end marker-mid
  marker-start mask mask-type opacity overflow paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray
  stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration
  text-rendering transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode`)

/** Attributes of numbers, lengths and keywords. */
export const PLAIN = words(`
  amplitude azimuth baseFrequency bias clipPathUnits cx cy d diffuseConstant divisor dx dy edgeMode elevation exponent
  filterUnits fr fx fy gradientTransform gradientUnits height in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength
  lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits method mode numOctaves offset
  operator order orient path pathLength patternContentUnits patternTransform patternUnits points pointsAtX pointsAtY pointsAtZ
  preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY result rotate rx ry scale seed side slope spacing
  specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale tableValues targetX targetY
  textLength transform type values viewBox width x x1 x2 xChannelSelector y y1 y2 yChannelSelector z`)

/** Attributes of words, which nothing looks up or runs. */
export const WORDS = words('id role lang aria-label aria-labelledby aria-describedby aria-hidden aria-roledescription')

/** CSS properties that no attribute can set alike. They stay in `style`. */
export const STYLE_ONLY = words(`
  background background-color cx cy font-feature-settings font-kerning font-variant-caps font-variant-east-asian
  font-variant-ligatures font-variant-numeric font-variant-position height isolation mix-blend-mode r rx ry
  text-decoration-color text-decoration-line text-decoration-style text-orientation text-transform transform transform-box
  transform-origin white-space width x y`)

/** CSS properties of editors, and those that draw nothing in an SVG picture. */
export const WITHOUT_LOOK = words(`
  block-progression color-profile cursor enable-background font-variant-alternates inline-size line-height max-height
  max-width min-height min-width -moz-user-select -ms-user-select pointer-events shape-inside shape-margin shape-padding
  shape-subtract solid-color solid-opacity tab-size text-align text-align-all text-align-last text-indent text-overflow
  user-select -webkit-user-select will-change`)

/** Properties that need a unit in CSS: some browsers leave out `style="font-size: 12"`, and all take `font-size="12"`. */
export const NEED_UNIT = words('font-size letter-spacing word-spacing')

/** Properties that can point to a part of the drawing, as `url(#id)`. */
export const REFERRING = words('clip-path fill filter marker-end marker-mid marker-start mask stroke')

/** Properties whose values can be in quotation marks. */
export const QUOTED = words('font-family font-feature-settings')

/** Functions in values. None of them fetches anything. */
export const FUNCTIONS = words(`
  rgb rgba hsl hsla hwb lab lch oklab oklch color
  matrix translate translatex translatey scale scalex scaley rotate skew skewx skewy
  calc min max clamp
  blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
  circle ellipse inset polygon`)

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}

function reason(names: string, why: [string, string]): Record<string, [string, string]> {
  return Object.fromEntries(names.split(' ').map(name => [name, why]))
}
