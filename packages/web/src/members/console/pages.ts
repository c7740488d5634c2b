/** The pages of the console, in one chunk. */
export { ClaimsPage } from './claims-page.tsx';
export { CompaniesPage } from './companies-page.tsx';
export { HousePage } from './house-page.tsx';
export { LogPage } from './log-page.tsx';
export { MembersPage } from './members-page.tsx';
export { OverviewPage } from './overview-page.tsx';
export { SettingsPage } from './settings-page.tsx';
export { StaffPage } from './staff-page.tsx';
