// A try draws its questions by its id. With the same ids on every page here, each asks the same question, and pictures of
// them can be compared.
var drawnIds = 0
crypto.randomUUID = () => `00000000-0000-4000-8000-${String(drawnIds++).padStart(12, '0')}`
