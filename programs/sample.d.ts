import { type Text } from '../emulator/instructions/index.ts'
export interface Sample {
  /** What stands in the editor; its lines are those of the file. */
  readonly code: string
  readonly title: Text
  /** A paragraph. */
  readonly introduction: Text
}
/** Takes a sample's file apart. Where a language's part is missing, its words are empty. */
export declare function readSample(text: string): Sample
