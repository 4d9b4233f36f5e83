import factory from '@learninglocker/xapi-validation/dist/factory.js'

/**
 * What Learning Locker's rules, which nobody here wrote, have against a statement; nothing for a valid one.
 *
 * @param {unknown} statement
 * @returns {string[]}
 */
export function statementProblems(statement) {
  return factory.statement(statement, ['statement']).map(warning => {
    const type = 'typeName' in warning && warning.typeName
    return [warning.name, warning.path.join('.'), type, JSON.stringify(warning.data)].filter(Boolean).join(' ')
  })
}
