// As pages with tabs and page builders do: the element is taken out and put back somewhere else.
addEventListener('message', ({data}) => {
  if (data !== 'move') return
  const quiz = document.querySelector('dsg-quiz')
  quiz.remove()
  const section = document.createElement('section')
  document.querySelector('main').append(section)
  section.append(quiz)
})
