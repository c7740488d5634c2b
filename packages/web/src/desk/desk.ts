/* Everything of the desk in one file: staff works with all of it for hours, and nobody else loads any of it. */
export { AppealsPage } from './appeals/appeals-page.tsx';
export { CasePage } from './case/case-page.tsx';
export { DeskBar } from './frame/desk-bar.tsx';
export { DeskLayout } from './frame/desk-layout.tsx';
export { DeskLinks } from './frame/desk-links.tsx';
export { QueuePage } from './queue/queue-page.tsx';
export { EnrolPage } from './staff/enrol-page.tsx';
export { MePage } from './staff/me-page.tsx';
export { StaffPage } from './staff/staff-page.tsx';
export { StatisticsPage } from './statistics/statistics-page.tsx';
