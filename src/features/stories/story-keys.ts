interface Listed {
  topic_ids: number[]
  author_ids: number[]
}

/** The press keys of one story: its page, every list, and the topics and authors of all the given states of it. */
export function keysOfStory(storyId: number, states: readonly (Listed | undefined)[]): string[] {
  const lists = states.flatMap(state =>
    state ? [...state.topic_ids.map(id => `topic:${id}`), ...state.author_ids.map(id => `author:${id}`)] : [],
  )
  return [...new Set([`story:${storyId}`, 'stories', ...lists])]
}
