import model from '@words/zh-CN.json'
import ui from './zh-CN.json'

/** The words of the model, shared with the Rust side, and those of the screens. */
export default { ...model, ui }
