import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadCompanies } from '../members/companies/load.ts';
import { members } from './members-route.ts';

const companiesList = createRoute({
  getParentRoute: () => members,
  path: '/companies',
  component: lazyRouteComponent(loadCompanies, 'CompaniesPage'),
});
const company = createRoute({
  getParentRoute: () => members,
  path: '/companies/$company',
  component: lazyRouteComponent(loadCompanies, 'CompanyPage'),
});
const companyHistory = createRoute({
  getParentRoute: () => members,
  path: '/companies/$company/history',
  component: lazyRouteComponent(loadCompanies, 'HistoryPage'),
});
const companyDesk = createRoute({
  getParentRoute: () => members,
  path: '/companies/$company/desk',
  component: lazyRouteComponent(loadCompanies, 'DeskPage'),
});

/** Pages of companies, and of those who act for one. */
export const companyRoutes = [companiesList, company, companyHistory, companyDesk] as const;
