/** The smallest quiz that Lit can make: what `dsg-quiz` is measured against. */
import {css, html, LitElement} from 'lit'

class BareQuiz extends LitElement {
  static override styles = css`fieldset { border: 0 } p { margin: .5em 0 }`

  override render() {
    const {title, answers} = JSON.parse(this.getAttribute('data')!) as {title: string; answers: string[]}
    return html`<form><fieldset><legend>${title}</legend>
      ${answers.map((answer, i) => html`<p><input type="radio" name="a" id="a${i}"><label for="a${i}">${answer}</label></p>`)}
    </fieldset></form>`
  }
}

customElements.define('bare-quiz', BareQuiz)
