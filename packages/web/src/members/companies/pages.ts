/** The pages of companies, and of those who act for one, in one chunk. */
export { CompaniesPage } from './companies-page.tsx';
export { CompanyPage } from './company-page.tsx';
export { DeskPage } from './desk-page.tsx';
export { HistoryPage } from './history-page.tsx';
