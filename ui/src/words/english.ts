import model from '@words/en.json'
import ui from './en.json'

/** The words of the model, shared with the Rust side, and those of the screens. */
export default { ...model, ui }
