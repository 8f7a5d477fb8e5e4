/** Errors whose messages we write ourselves: codes and names, and nothing of what anyone sent. */
const ours: readonly unknown[] = [
  'RecordUnavailable',
  'StorageUnavailable',
  'ScannerUnavailable',
  'WaitingRoomUnavailable',
  'WaitingRoomStuck',
  'TryOutFailed',
  'AlarmNotRaised',
  'EnvironmentIncomplete',
  'BuildNotAskedFor',
]

/** Logs what failed, in words of our own: an unknown error may quote what a person wrote. */
export function logFailure(error: unknown): void {
  if (!(error instanceof Error)) return console.error(`Unexpected ${typeof error}.`)
  console.error(ours.includes(error.name) ? error.message : `Unexpected ${error.name}.`)
}
