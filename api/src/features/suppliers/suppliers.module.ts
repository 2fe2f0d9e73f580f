import { Module } from '@nestjs/common';
import { PortfolioModule } from '../portfolio/portfolio.public.js';
import { ContactsController } from './contacts.controller.js';
import { Contacts } from './contacts.service.js';
import { SupplierList } from './supplier-list.service.js';
import { SuppliersController } from './suppliers.controller.js';
import { Suppliers } from './suppliers.service.js';

@Module({
  imports: [PortfolioModule],
  controllers: [SuppliersController, ContactsController],
  providers: [Suppliers, SupplierList, Contacts],
  exports: [SupplierList],
})
export class SuppliersModule {}
