interface Listed {
  topic_ids: number[]
  author_ids: number[]
}

/**
 * The press keys of one story: its page, every list, the topics and authors of all the given states of it, and the
 * stories that it is a translation of or that are translated from the same, whose pages link to it.
 */
export function keysOfStory(
  storyId: number,
  states: readonly (Listed | undefined)[],
  translations: readonly number[],
): string[] {
  const lists = states.flatMap(state =>
    state ? [...state.topic_ids.map(id => `topic:${id}`), ...state.author_ids.map(id => `author:${id}`)] : [],
  )
  return [...new Set([`story:${storyId}`, ...translations.map(id => `story:${id}`), 'stories', ...lists])]
}
