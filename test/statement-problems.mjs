import factory from '@learninglocker/xapi-validation/dist/factory.js'

/**
 * What is wrong with a statement by the rules of Learning Locker, an independent check; an empty list for a valid statement.
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
