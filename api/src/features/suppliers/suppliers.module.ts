import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { PortfolioModule } from '../portfolio/portfolio.public.js';
import { ContactsController } from './contacts.controller.js';
import { Contacts } from './contacts.service.js';
import { SupplierExports } from './supplier-exports.js';
import { SupplierList } from './supplier-list.service.js';
import { SuppliersController } from './suppliers.controller.js';
import { Suppliers } from './suppliers.service.js';

@Module({
  imports: [ExportsModule, PortfolioModule],
  controllers: [SuppliersController, ContactsController],
  providers: [Suppliers, SupplierList, Contacts, SupplierExports],
  exports: [SupplierList],
})
export class SuppliersModule {}
