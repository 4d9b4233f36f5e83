// What scripts of a busy site do to every link, form and key, by way of jQuery: smooth scrolling, counting, and closing of menus.
window.faults = []
addEventListener('error', ({message}) => faults.push(message))
$(document)
  .on('click', 'a', function (event) {
    event.preventDefault()
    faults.push(`took a click on ${this.outerHTML}`)
  })
  .on('submit', 'form', event => event.preventDefault())
  .on('click', '[data-toggle], [data-bs-toggle], .btn, button', function () { $(this).toggleClass('active') })
  .on('keydown', 'input, button', event => event.stopPropagation())
$(() => $('button').attr('disabled', true).addClass('btn btn-primary'))
