// What Slack takes from an app, for ts-json-schema-generator: the root of the schema.
import type { HomeView, KnownBlock, ModalView } from '@slack/types'

export interface MessageBlocks { blocks: KnownBlock[] }
export type Surface = MessageBlocks | ModalView | HomeView
