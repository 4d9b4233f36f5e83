// Loaded in the head, before anything is drawn, so that the open menu does not flash by on a phone.
document.documentElement.classList.add('has-script')

document.addEventListener('DOMContentLoaded', () => {
  const header = document.querySelector('.site-header')
  const button = document.querySelector('.menu-button')

  function setOpen(open) {
    header.classList.toggle('is-open', open)
    button.setAttribute('aria-expanded', String(open))
  }

  button.hidden = false
  button.addEventListener('click', () => setOpen(!header.classList.contains('is-open')))
  header.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !header.classList.contains('is-open')) return
    setOpen(false)
    button.focus()
  })
})
