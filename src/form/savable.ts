/**
 * The journeys whose answers can be saved to finish later: those in which people write at length. The others are a
 * code, a few choices or a single box, and are sooner done again than saved.
 */
export const savable: readonly string[] = ['complain', 'add', 'review']
