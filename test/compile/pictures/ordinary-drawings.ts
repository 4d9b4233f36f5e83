/** Drawings as the programs that people use write them, cut down to what each does in its own way. */
export const ORDINARY_DRAWINGS: Record<string, string> = {
  'Inkscape, with layers and its own data': `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="60mm" height="40mm" viewBox="0 0 60 40" version="1.1" id="svg5" inkscape:version="1.3.2 (091e20e, 2023-11-25)"
   sodipodi:docname="ward.svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg">
  <sodipodi:namedview id="namedview7" pagecolor="#ffffff" inkscape:pageshadow="2" showgrid="false"><inkscape:grid type="xygrid" /></sodipodi:namedview>
  <defs id="defs2"><inkscape:path-effect effect="spiro" id="pe" /></defs>
  <metadata id="metadata8"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><cc:Work rdf:about=""><dc:creator><cc:Agent><dc:title>A. Person</dc:title></cc:Agent></dc:creator></cc:Work></rdf:RDF></metadata>
  <g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1" transform="translate(-2,3)">
    <rect style="fill:#005eb8;fill-opacity:0.8;stroke:#212b32;stroke-width:0.5;stroke-linejoin:round;stroke-dasharray:1, 2;-inkscape-stroke:none;paint-order:stroke fill markers"
       id="rect31" width="30" height="20" x="10" y="5" ry="2.5" />
    <path style="fill:none;stroke:#d5281b;stroke-width:1px;stroke-linecap:butt;stroke-linejoin:miter;stroke-opacity:1;solid-color:#000000;enable-background:accumulate"
       d="m 12,8 c 4,-4 8,4 12,0 L 38,22" id="path33" inkscape:connector-curvature="0" sodipodi:nodetypes="ccc" />
  </g>
</svg>`,
  'Inkscape, with words and their long styles': `<svg width="200" height="90" viewBox="0 0 200 90" xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd">
  <text xml:space="preserve" style="font-style:normal;font-variant:normal;font-weight:bold;font-stretch:normal;font-size:18.6667px;line-height:1.25;font-family:'Liberation Sans';-inkscape-font-specification:'Liberation Sans Bold';text-align:center;letter-spacing:0.5px;word-spacing:0px;text-anchor:middle;white-space:pre;shape-inside:url(#rect1);display:inline;fill:#003087;fill-opacity:1;stroke:none"
     x="100" y="40" id="text1"><tspan sodipodi:role="line" id="tspan1" x="100" y="40">Two  spaces</tspan><tspan
       sodipodi:role="line" x="100" y="66" style="font-size:12px;font-weight:normal;text-decoration:underline;text-decoration-line:underline">and a line</tspan></text>
</svg>`,
  'Inkscape, with gradients, markers and clones': `<svg width="120" height="80" viewBox="0 0 120 80" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape">
  <defs><linearGradient id="stops" inkscape:collect="always"><stop style="stop-color:#41b6e6;stop-opacity:1" offset="0"/><stop style="stop-color:#003087;stop-opacity:0.5" offset="1"/></linearGradient>
  <linearGradient xlink:href="#stops" id="across" x1="0" y1="0" x2="60" y2="0" gradientUnits="userSpaceOnUse"/>
  <radialGradient xlink:href="#stops" id="round" cx="90" cy="40" r="25" fx="80" fy="35" gradientUnits="userSpaceOnUse" gradientTransform="matrix(1,0,0,0.9,0,4)"/>
  <marker style="overflow:visible" id="arrow" refX="0" refY="0" orient="auto-start-reverse" markerWidth="5" markerHeight="5" viewBox="0 0 5 5" preserveAspectRatio="xMidYMid"><path transform="scale(0.5)" style="fill:context-stroke;fill-rule:evenodd;stroke:none" d="M 5.77,0 -2.88,5 V -5 Z"/></marker></defs>
  <rect id="box" width="50" height="30" x="5" y="10" style="fill:url(#across)"/>
  <use x="0" y="0" xlink:href="#box" transform="translate(0,35)" width="100%" height="100%"/>
  <ellipse cx="90" cy="40" rx="22" ry="28" style="fill:url(#round);stroke:#000"/>
  <path style="fill:none;stroke:#d5281b;stroke-width:2;marker-start:url(#arrow);marker-end:url(#arrow)" d="M 20,45 C 50,20 60,70 100,60"/>
</svg>`,
  'Illustrator, with classes and a doctype': `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 27.0.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg version="1.1" id="Layer_1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" x="0px" y="0px"
	 viewBox="0 0 100 60" style="enable-background:new 0 0 100 60;" xml:space="preserve">
<style type="text/css">
	.st0{fill:#FFB81C;}
	.st1{fill:none;stroke:#231F20;stroke-width:2;stroke-miterlimit:10;}
	.st2{font-family:'Arial-BoldMT', Arial;font-weight:bold;} .st3{font-size:12px;}
	.st4{clip-path:url(#SVGID_2_);} /* what is cut */
</style>
<circle class="st0" cx="30" cy="30" r="24"/>
<path class="st1" d="M60,10c8,0,14,6,14,14s-6,14-14,14"/>
<text transform="matrix(1 0 0 1 20 34)" class="st2 st3">Ward 7</text>
<g><defs><rect id="SVGID_1_" x="78" y="5" width="18" height="30"/></defs><clipPath id="SVGID_2_"><use xlink:href="#SVGID_1_"  style="overflow:visible;"/></clipPath>
<g class="st4"><circle class="st0" cx="96" cy="20" r="16"/></g></g>
</svg>`,
  'Illustrator, with its own data in a switch': `<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/" xmlns:x="http://ns.adobe.com/Extensibility/1.0/" width="80px" height="50px" viewBox="0 0 80 50">
<metadata><sfw xmlns="http://ns.adobe.com/SaveForWeb/1.0/"><slices></slices></sfw><?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?></metadata>
<switch><foreignObject requiredExtensions="http://ns.adobe.com/AdobeIllustrator/10.0/" x="0" y="0" width="1" height="1"><i:aipgfRef xmlns:y="urn:y" y:href="#adobe_illustrator_pgf"/></foreignObject>
<g i:extraneous="self"><style><![CDATA[.cls-1,.cls-2{fill:#007f3b}.cls-2{opacity:.4;isolation:isolate}rect.cls-2{fill:#d5281b}#top{stroke:#000 !important}]]></style>
<rect class="cls-1" width="40" height="25" data-name="Rectangle 1"/><rect class="cls-2" x="20" y="12" width="50" height="30"/><circle id="top" class="cls-1" cx="60" cy="14" r="10" stroke="#fff" style="stroke:#ff0"/></g></switch>
<i:aipgf id="adobe_illustrator_pgf" i:pgfEncoding="zstd/base64">KLUv/QBYdDkCenL</i:aipgf></svg>`,
  'Figma, with effects and blending': `<svg width="120" height="80" viewBox="0 0 120 80" fill="none" xmlns="http://www.w3.org/2000/svg">
<g clip-path="url(#clip0_12_34)"><rect width="120" height="80" fill="#E8EDEE"/>
<g filter="url(#filter0_d_12_34)"><rect x="14" y="10" width="60" height="40" rx="8" fill="#D9D9D9" style="fill:#D9D9D9;fill:color(display-p3 0.851 0.851 0.851);fill-opacity:1;"/></g>
<g style="mix-blend-mode:multiply" opacity="0.8"><circle cx="80" cy="44" r="24" fill="#FFB81C"/></g>
<mask id="mask0_12_34" style="mask-type:alpha" maskUnits="userSpaceOnUse" x="5" y="5" width="40" height="70"><rect x="5" y="45" width="40" height="30" fill="#C4C4C4" fill-opacity=".6"/></mask>
<g mask="url(#mask0_12_34)"><path fill-rule="evenodd" clip-rule="evenodd" d="M5 40H60V76H5V40ZM20 52H30V64H20V52Z" fill="#005EB8"/></g></g>
<defs><filter id="filter0_d_12_34" x="4" y="4" width="80" height="60" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="BackgroundImageFix"/><feColorMatrix in="SourceAlpha" type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0" result="hardAlpha"/><feOffset dy="4"/><feGaussianBlur stdDeviation="2"/><feComposite in2="hardAlpha" operator="out"/><feColorMatrix type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.25 0"/><feBlend mode="normal" in2="BackgroundImageFix" result="effect1_dropShadow_12_34"/><feBlend mode="normal" in="SourceGraphic" in2="effect1_dropShadow_12_34" result="shape"/></filter>
<clipPath id="clip0_12_34"><rect width="120" height="80" fill="white"/></clipPath></defs></svg>`,
  'Figma, with a picture as a pattern': `<svg width="70" height="50" viewBox="0 0 70 50" fill="none" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
<rect id="photo of a ward" width="70" height="50" fill="url(#pattern0)"/>
<defs><pattern id="pattern0" patternContentUnits="objectBoundingBox" width="1" height="1"><use xlink:href="#image0" transform="scale(0.142857 0.2)"/></pattern>
<image id="image0" width="7" height="5" xlink:href="data:image/png;base64,
iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFAQMAAACzVGSbAAAAA1BMVEX/AAAZ4gk3AAAAC0lEQVQI
12NggAEAAAoAAef42voAAAAASUVORK5CYII="/></defs></svg>`,
  'PowerPoint, saved as a picture': `<svg width="192" height="108" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" overflow="hidden"><defs><clipPath id="clip0"><rect x="544" y="306" width="192" height="108"/></clipPath><linearGradient x1="640" y1="320" x2="640" y2="400" gradientUnits="userSpaceOnUse" spreadMethod="reflect" id="fill1"><stop offset="0" stop-color="#4472C4"/><stop offset="0.5" stop-color="#4472C4" stop-opacity="0.501961"/><stop offset="1" stop-color="#FFFFFF"/></linearGradient></defs><g clip-path="url(#clip0)" transform="translate(-544 -306)"><path d="M560 334C560 327.373 565.373 322 572 322L700 322C706.627 322 712 327.373 712 334L712 382C712 388.627 706.627 394 700 394L572 394C565.373 394 560 388.627 560 382Z" stroke="#2F528F" stroke-width="1.33333" stroke-miterlimit="8" fill="url(#fill1)" fill-rule="evenodd"/><text fill="#FFFFFF" font-family="Calibri,Calibri_MSFontService,sans-serif" font-weight="400" font-size="24" transform="translate(589 366)">Discharge</text></g></svg>`,
  'Visio, with its own attributes': `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- Generated by Microsoft Visio, SVG Export Drawing1.svg Page-1 -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ev="http://www.w3.org/2001/xml-events"
		xmlns:v="http://schemas.microsoft.com/visio/2003/SVGExtensions/" width="1.67in" height="1.1in"
		viewBox="0 0 120 80" xml:space="preserve" color-interpolation-filters="sRGB" class="st5">
	<v:documentProperties v:langID="2057" v:viewMarkup="false"><v:userDefs><v:ud v:nameU="msvNoAutoConnect" v:val="VT0(1):26"/></v:userDefs></v:documentProperties>
	<style type="text/css">
	<![CDATA[
		.st1 {fill:#5b9bd5;stroke:#c7c8c8;stroke-width:0.25}
		.st2 {fill:#feffff;font-family:Calibri;font-size:0.833336em}
		.st3 {font-size:1em}
		.st4 {marker-end:url(#mrkr4-12);stroke:#5b9bd5;stroke-linecap:round;stroke-linejoin:round;stroke-width:1}
		.st5 {fill:none;fill-rule:evenodd;font-size:12px;overflow:visible;stroke-linecap:square;stroke-miterlimit:3}
	]]>
	</style>
	<defs id="Markers"><g id="lend4"><path d="M 2 1 L 0 0 L 2 -1 L 2 1 " style="stroke:none"/></g>
		<marker id="mrkr4-12" class="st1" v:arrowType="4" v:arrowSize="2" v:setback="7.04" refX="-7.04" orient="auto" markerUnits="strokeWidth" overflow="visible"><use xlink:href="#lend4" transform="scale(-3.52,-3.52) "/></marker></defs>
	<g v:mID="0" v:index="1" v:groupContext="foregroundPage"><title>Page-1</title><v:pageProperties v:drawingScale="0.0393701"/>
		<g id="shape1-1" v:mID="1" v:groupContext="shape" transform="translate(5,-30)"><title>Process</title><desc>Ring the ward</desc><v:textBlock v:margins="rect(2,2,2,2)"/>
			<rect x="0" y="40" width="60" height="30" class="st1"/><text x="6" y="58" class="st2" v:langID="2057"><v:paragraph v:horizAlign="1"/><v:tabList/>Ring the <tspan x="6" dy="1.2em" class="st3">ward</tspan></text></g>
		<path d="M65 25 L105 25 L105 60" class="st4" style="fill:none"/></g>
</svg>`,
  'LibreOffice Draw': `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>
<svg version="1.2" width="60mm" height="40mm" viewBox="0 0 6000 4000" preserveAspectRatio="xMidYMid" fill-rule="evenodd" stroke-width="28.222" stroke-linejoin="round" xmlns="http://www.w3.org/2000/svg" xmlns:ooo="http://xml.openoffice.org/svg/export" xmlns:xlink="http://www.w3.org/1999/xlink" xml:space="preserve">
 <defs class="ClipPathGroup"><clipPath id="presentation_clip_path" clipPathUnits="userSpaceOnUse"><rect x="0" y="0" width="6000" height="4000"/></clipPath></defs>
 <defs class="TextShapeIndex"><g ooo:slide="id1" ooo:id-list="id3"/></defs>
 <g class="SlideGroup"><g clip-path="url(#presentation_clip_path)"><g class="com.sun.star.drawing.CustomShape"><g id="id3"><rect class="BoundingBox" stroke="none" fill="none" x="500" y="500" width="5003" height="2603"/>
  <path fill="rgb(114,159,207)" stroke="none" d="M 3000,3100 L 500,3100 500,500 5500,500 5500,3100 3000,3100 Z"/><path fill="none" stroke="rgb(52,101,164)" d="M 3000,3100 L 500,3100 500,500 5500,500 5500,3100 3000,3100 Z"/>
  <text class="SVGTextShape"><tspan class="TextParagraph"><tspan class="TextPosition" x="1200" y="2000"><tspan font-family="Liberation Sans, sans-serif" font-size="635px" font-weight="400" fill="rgb(0,0,0)" stroke="none" style="white-space: pre">Bed  plan</tspan></tspan></tspan></text></g></g></g></g>
</svg>`,
  'draw.io, with its words as SVG text': `<?xml version="1.0" encoding="UTF-8"?>
<!-- Do not edit this file with editors other than draw.io -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="161px" height="61px" viewBox="-0.5 -0.5 161 61" content="&lt;mxfile host=&quot;app.diagrams.net&quot;&gt;jZJNb4MwDIZ&lt;/mxfile&gt;" style="background-color: rgb(255, 255, 255);"><defs/><g><g data-cell-id="2"><g><rect x="0" y="0" width="120" height="60" rx="9" ry="9" fill="#dae8fc" stroke="#6c8ebf" pointer-events="all"/></g><g><g fill="rgb(0, 0, 0)" font-family="Helvetica" text-anchor="middle" font-size="12px"><text x="59.5" y="34.5">Call back</text></g></g></g><path d="M 120 30 L 153.63 30" fill="none" stroke="rgb(0, 0, 0)" stroke-miterlimit="10" pointer-events="stroke"/><path d="M 158.88 30 L 151.88 33.5 L 153.63 30 L 151.88 26.5 Z" fill="rgb(0, 0, 0)" stroke="rgb(0, 0, 0)" stroke-miterlimit="10"/></g></svg>`,
  'Graphviz': `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"
 "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- Title: %3 Pages: 1 -->
<svg width="62pt" height="116pt" viewBox="0.00 0.00 62.00 116.00" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
<g id="graph0" class="graph" transform="scale(1 1) rotate(0) translate(4 112)"><title>%3</title><polygon fill="white" stroke="transparent" points="-4,4 -4,-112 58,-112 58,4 -4,4"/>
<g id="node1" class="node"><title>a</title><g id="a_node1"><a xlink:href="https://www.nhs.uk/a" xlink:title="&lt;TABLE&gt;" target="_blank"><ellipse fill="none" stroke="black" cx="27" cy="-90" rx="27" ry="18"/><text text-anchor="middle" x="27" y="-86.3" font-family="Times,serif" font-size="14.00">a &#45;&gt; b</text></a></g></g>
<g id="edge1" class="edge"><title>a&#45;&gt;b</title><path fill="none" stroke="black" d="M27,-71.7C27,-63.98 27,-54.71 27,-46.11"/><polygon fill="black" stroke="black" points="30.5,-46.1 27,-36.1 23.5,-46.1 30.5,-46.1"/></g></g></svg>`,
  'matplotlib': `<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="120pt" height="80pt" viewBox="0 0 120 80" xmlns="http://www.w3.org/2000/svg" version="1.1">
 <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>
 <defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style></defs>
 <g id="figure_1"><path d="M 0 80 L 120 80 L 120 0 L 0 0 z" style="fill: #ffffff"/>
 <defs><path id="m1a" d="M 0 0 L 0 3.5 " style="stroke: #000000; stroke-width: 0.8"/></defs><g><use xlink:href="#m1a" x="20" y="60" style="stroke: #000000; stroke-width: 0.8"/><use xlink:href="#m1a" x="60" y="60" style="stroke: #000000"/></g>
 <text style="font: 10px 'DejaVu Sans', sans-serif; text-anchor: middle" x="60" y="75" transform="rotate(-0 60 75)">weeks</text>
 <path d="M 20 55 L 60 20 L 110 30" clip-path="url(#p0)" style="fill: none; stroke: #1f77b4; stroke-width: 1.5; stroke-linecap: square"/></g>
 <defs><clipPath id="p0"><rect x="15" y="5" width="80" height="55"/></clipPath></defs></svg>`,
  'Sketch': `<?xml version="1.0" encoding="UTF-8"?>
<svg width="64px" height="64px" viewBox="0 0 64 64" version="1.1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
    <!-- Generator: Sketch 52.5 (67469) - http://www.bohemiancoding.com/sketch -->
    <title>icon/lock</title><desc>Created with Sketch.</desc>
    <defs><path d="M32,4 L60,60 L4,60 Z" id="path-1"></path></defs>
    <g id="icon/lock" stroke="none" stroke-width="1" fill="none" fill-rule="evenodd"><mask id="mask-2" fill="white"><use xlink:href="#path-1"></use></mask><use id="Mask" fill="#D8D8D8" xlink:href="#path-1"></use><rect id="Colour" fill="#AE2573" mask="url(#mask-2)" x="0" y="0" width="40" height="64"></rect></g>
</svg>`,
  'PlantUML': `<?xml version="1.0" encoding="us-ascii" standalone="no"?>`.replace('us-ascii', 'UTF-8') + `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" contentScriptType="application/ecmascript" contentStyleType="text/css" height="80px" preserveAspectRatio="none" style="width:120px;height:80px;" version="1.1" viewBox="0 0 120 80" width="120px" zoomAndPan="magnify"><defs><filter height="300%" id="f1" width="300%" x="-1" y="-1"><feGaussianBlur result="blurOut" stdDeviation="2.0"/><feColorMatrix in="blurOut" result="blurOut2" type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 .4 0"/><feOffset dx="4.0" dy="4.0" in="blurOut2" result="blurOut3"/><feBlend in="SourceGraphic" in2="blurOut3" mode="normal"/></filter></defs><g><rect fill="#FEFECE" filter="url(#f1)" height="30" style="stroke: #A80036; stroke-width: 1.5;" width="60" x="10" y="10"/><text fill="#000000" font-family="sans-serif" font-size="14" lengthAdjust="spacingAndGlyphs" textLength="36" x="17" y="30">Nurse</text><line style="stroke: #A80036; stroke-width: 1.0; stroke-dasharray: 5.0,5.0;" x1="40" x2="40" y1="42" y2="75"/><!--MD5=[c0ffee]--></g></svg>`,
  'Affinity Designer': `<?xml version="1.0" encoding="UTF-8" standalone="no"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg width="100%" height="100%" viewBox="0 0 90 60" version="1.1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xml:space="preserve" xmlns:serif="http://www.serif.com/" style="fill-rule:evenodd;clip-rule:evenodd;stroke-linejoin:round;stroke-miterlimit:2;"><g id="Layer1" serif:id="Layer 1"><path d="M10,10L80,10L80,50L10,50L10,10ZM20,20L70,20L70,40L20,40L20,20Z" style="fill:rgb(0,94,184);"/><g transform="matrix(12,0,0,12,66,36)"></g><text x="24px" y="36px" style="font-family:'ArialMT', 'Arial', sans-serif;font-size:12px;fill:white;fill:rgb(33,43,50);">Café 文</text></g></svg>`,
  'Word, an icon': `<svg viewBox="0 0 96 96" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" id="Icons_Stethoscope" overflow="hidden"><style>
.MsftOfcThm_Accent1_Fill_v2 {
 fill:#4472C4; 
}
.MsftOfcThm_Text1_Stroke { stroke : #000000 }
</style><path d="M80 42C80 36 76 32 70 32 64 32 60 37 60 42 60 47 64 51 68 52L68 62C68 71 61 78 52 78 43 78 36 71 36 62L36 58" class="MsftOfcThm_Accent1_Fill_v2 MsftOfcThm_Text1_Stroke" stroke-width="2" fill="none"/></svg>`,
  'by hand, with symbols and currentColor': `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t d" lang="en-GB" color="#005eb8" viewBox="0,0,100,60">
  <title id="t">Two people &amp; a phone</title><desc id="d">One <![CDATA[<rings>]]> the other</desc>
  <symbol id="person" viewBox="0 0 20 40"><circle cx="10" cy="8" r="7" fill="currentColor"/><path d="M1 40c0-30 18-30 18 0z" fill="currentColor"/></symbol>
  <use href="#person" x="5" y="10" width="20" height="40"/><use href="#person" x="70" y="10" width="20" height="40" color="#ae2573"/>
  <g text-anchor="middle" font-size="9"><text x="48" y="20">a<tspan dy="3" font-size="6">b</tspan><!-- up again --><tspan dy="-3">
    c</tspan></text><text><textPath href="#way" startOffset="50%">on a way</textPath></text></g><path id="way" d="M30 50q20-20 40 0" fill="none" stroke="currentColor" vector-effect="non-scaling-stroke"/>
</svg>`,
  'gnuplot': `<?xml version="1.0" encoding="utf-8"  standalone="no"?>
<svg width="120" height="80" viewBox="0 0 120 80" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
<title>Gnuplot</title><desc>Produced by GNUPLOT 5.4 patchlevel 2 </desc><g id="gnuplot_canvas"><rect x="0" y="0" width="120" height="80" fill="none"/>
<defs><circle id='gpDot' r='0.5' stroke-width='0.5' stroke='currentColor'/><path id='gpPt0' stroke-width='0.222' stroke='currentColor' d='M-1,0 h2 M0,-1 v2'/><filter id='greybox' filterUnits='objectBoundingBox' x='0' y='0' width='1' height='1'><feFlood flood-color='lightgrey' flood-opacity='1' result='grey'/><feComposite in='SourceGraphic' in2='grey' operator='atop'/></filter></defs>
<g fill="none" color="white" stroke="currentColor" stroke-width="1.00" stroke-linecap="butt" stroke-linejoin="miter"></g>
<g fill="none" color="black" stroke="currentColor"><path stroke='rgb(148,   0, 211)' d='M10,70 L30,40 L60,55 L100,10  '/></g><use xlink:href='#gpPt0' transform='translate(30,40) scale(4.50)' color='rgb(  0, 158, 115)'/></g></svg>`,
  'a chart of D3': `<svg xmlns="http://www.w3.org/2000/svg" width="150" height="80" style="max-width: 100%; height: auto; font: italic bold 10px/1.2 sans-serif;" text-anchor="end"><g fill="steelblue"><rect x="20" y="5" width="60" height="18"/><rect x="20" y="30" width="110" height="18" style="fill:hsl(200 60% 40% / 0.5);transform:translate(0px, 4px) rotate(2deg)"/></g><g fill="white"><text x="76" y="14" dy="0.35em">60</text><text x="126" y="43" dy="0.35em">110</text></g><g class="axis" style="font-size:12;letter-spacing:2"><text x="60" y="70" fill="#000">weeks</text></g></svg>`,
}
