// What a host can do with the guide's events: thank people, and show what happened. Plain data, no names.
const heard = document.getElementById('heard')
const thanks = document.getElementById('thanks')

for (const type of ['dsg-started', 'dsg-answered', 'dsg-completed']) {
  document.addEventListener(type, ({fact}) => {
    const row = heard.insertRow(0)
    for (const text of [type, fact.about, result(fact)]) row.insertCell().textContent = text
    if (fact.type === 'completed' && fact.outcome === 'passed') {
      thanks.textContent = `Thank you. You got ${fact.right} of ${fact.of} right.`
    }
  })
}

function result({type, right, of, outcome}) {
  if (type === 'answered') return right ? 'right' : 'not right'
  return type === 'completed' ? `${outcome}, ${right} of ${of}` : ''
}
