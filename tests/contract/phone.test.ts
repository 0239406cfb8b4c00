import { holdContracts } from './on-device.ts';

holdContracts('phone');
