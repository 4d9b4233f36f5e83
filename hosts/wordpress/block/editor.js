/**
 * The block in the editor: what to show, and of which pathway or module. Plain script with what WordPress brings, so
 * that the plugin needs no build. The guide itself shows on the page, not here: its buttons would compete with the
 * editor's.
 */
'use strict'

{
  const {blocks, blockEditor, components, element, i18n} = window.wp
  const {createElement, useEffect, useState} = element
  const {InspectorControls, useBlockProps} = blockEditor
  const {Notice, PanelBody, Placeholder, SelectControl, ToggleControl} = components
  const {__} = i18n
  const newLook = {__nextHasNoMarginBottom: true, __next40pxDefaultSize: true}

  /** What the block offers. The shortcode can show more. */
  const shown = () => [
    {value: 'guide', label: __('The whole guide', 'digital-skills-guide')},
    {value: 'pathways', label: __('All pathways', 'digital-skills-guide')},
    {value: 'pathway', label: __('One pathway', 'digital-skills-guide'), of: 'pathway'},
    {value: 'module', label: __('One module', 'digital-skills-guide'), of: 'module'},
    {value: 'quiz', label: __('The questions of one module', 'digital-skills-guide'), of: 'module'},
    {value: 'self-assessment', label: __('Rate your skills', 'digital-skills-guide')},
    {value: 'profile', label: __('Your skills profile', 'digital-skills-guide')},
    {value: 'record', label: __('My record', 'digital-skills-guide')},
    {value: 'search', label: __('Search', 'digital-skills-guide')},
    {value: 'glossary', label: __('Glossary', 'digital-skills-guide')},
    {value: 'canvas', label: __('Canvas for teams', 'digital-skills-guide')},
  ]
  const WITH_CONFIDENCE = ['guide', 'module', 'quiz']

  /** One fetch for all blocks of a page; after one that failed, the next block tries again. */
  let loading
  function loadGuide() {
    loading ??= fetch(window.digitalSkillsGuide.guide).then(answer => {
      if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`)
      return answer.json()
    }).catch(error => {
      loading = undefined
      throw error
    })
    return loading
  }

  function Edit({attributes, setAttributes}) {
    const [guide, setGuide] = useState()
    const [hasFailed, setHasFailed] = useState(false)
    useEffect(() => {
      loadGuide().then(setGuide, error => {
        console.error(`The digital skills guide could not be loaded: ${error.message}`)
        setHasFailed(true)
      })
    }, [])
    const {show} = attributes
    const {of} = shown().find(({value}) => value === show) ?? {}

    const label = __('Digital skills guide', 'digital-skills-guide')
    return createElement('div', useBlockProps(),
      createElement(Placeholder, {icon: 'welcome-learn-more', label, isColumnLayout: true},
        createElement(SelectControl, {
          ...newLook,
          label: __('Show', 'digital-skills-guide'),
          value: show,
          options: shown().map(({value, label}) => ({value, label})),
          onChange: value => setAttributes({show: value, pathway: undefined, module: undefined}),
        }),
        of === 'pathway' && createElement(SelectControl, {
          ...newLook,
          label: __('Pathway', 'digital-skills-guide'),
          value: attributes.pathway ?? '',
          options: choices(guide?.pathways, attributes.pathway),
          onChange: value => setAttributes({pathway: value || undefined}),
        }),
        of === 'module' && createElement(SelectControl, {
          ...newLook,
          label: __('Module', 'digital-skills-guide'),
          value: attributes.module ?? '',
          options: choices(guide?.modules, attributes.module),
          onChange: value => setAttributes({module: value || undefined}),
        }),
        hasFailed && createElement(Notice, {status: 'warning', isDismissible: false},
          __('The guide could not be loaded, so its pathways and modules are not listed.', 'digital-skills-guide'),
          ' ',
          __('Ask an administrator to look at Settings, Digital skills guide.', 'digital-skills-guide'))),
      createElement(Sidebar, {attributes, setAttributes}))
  }

  function Sidebar({attributes, setAttributes}) {
    return createElement(InspectorControls, null,
      createElement(PanelBody, {title: __('Settings', 'digital-skills-guide')},
        createElement(SelectControl, {
          ...newLook,
          label: __('Level of the first heading', 'digital-skills-guide'),
          help: __('Choose 3 if the guide stands under a heading of level 2.', 'digital-skills-guide'),
          value: String(attributes['heading-level'] ?? 2),
          options: ['1', '2', '3', '4', '5', '6'].map(value => ({value, label: value})),
          onChange: value => setAttributes({'heading-level': value === '2' ? undefined : Number(value)}),
        }),
        WITH_CONFIDENCE.includes(attributes.show) && createElement(ToggleControl, {
          __nextHasNoMarginBottom: true,
          label: __('Also ask "How sure are you?" beside each question', 'digital-skills-guide'),
          checked: Boolean(attributes['with-confidence']),
          onChange: value => setAttributes({'with-confidence': value || undefined}),
        })))
  }

  /** What was chosen stays in the list when the guide has not loaded, or no longer has it. */
  function choices(entries = [], chosen) {
    const isGone = chosen && !entries.some(({id}) => id === chosen)
    return [
      {value: '', label: __('Choose one', 'digital-skills-guide')},
      ...entries.map(({id, title}) => ({value: id, label: title})),
      ...isGone ? [{value: chosen, label: chosen}] : [],
    ]
  }

  blocks.registerBlockType('digital-skills-guide/guide', {edit: Edit, save: () => null})
}
