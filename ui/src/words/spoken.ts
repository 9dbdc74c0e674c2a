import { LANGUAGES, speak } from './index'

// Every test finds the words of both languages here.
for (const language of [...LANGUAGES].reverse()) await speak(language)
