import { loadQuestion } from '#app/office-hours/question-page.server.ts';

export { QuestionPage as default, meta } from '#app/office-hours/question-page.tsx';

export const loader = loadQuestion;
