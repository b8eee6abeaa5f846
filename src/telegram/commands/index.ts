import type { Command } from '../services.ts'
import { bantin } from './bantin.ts'
import { caidat } from './caidat.ts'
import { cauhoi } from './cauhoi.ts'
import { dondoc } from './dondoc.ts'
import { donvi } from './donvi.ts'
import { dulieucuatoi } from './dulieucuatoi.ts'
import { duyet } from './duyet.ts'
import { giaoviec } from './giaoviec.ts'
import { hannop } from './hannop.ts'
import { hethong } from './hethong.ts'
import { hoi } from './hoi.ts'
import { kehoach } from './kehoach.ts'
import { huy, thoat } from './leave.ts'
import { lichsu } from './lichsu.ts'
import { lienket } from './lienket.ts'
import { loimoi } from './loimoi.ts'
import { mokhoa } from './mokhoa.ts'
import { nguoidung } from './nguoidung.ts'
import { nhatky } from './nhatky.ts'
import { nhom } from './nhom.ts'
import { nop } from './nop.ts'
import { nopthay } from './nopthay.ts'
import { start } from './start.ts'
import { thongbao } from './thongbao.ts'
import { tiendo } from './tiendo.ts'
import { tracuu } from './tracuu.ts'
import { trogiup } from './trogiup.ts'

/** Every command, in the order menus show them. */
export const COMMANDS: readonly Command[] = [
  start,
  nop,
  tiendo,
  hoi,
  bantin,
  tracuu,
  lichsu,
  mokhoa,
  giaoviec,
  duyet,
  dondoc,
  cauhoi,
  nopthay,
  loimoi,
  nguoidung,
  lienket,
  nhom,
  donvi,
  hannop,
  kehoach,
  thongbao,
  nhatky,
  caidat,
  dulieucuatoi,
  hethong,
  trogiup,
  thoat,
  huy,
]
