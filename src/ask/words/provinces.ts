import { wordList } from './word-list.ts'

/**
 * Provinces and cities under the government, those of before July 2025 too: who names one asks of it. Not «hòa bình» and «cao bằng»,
 * which are words of their own.
 */
export const PROVINCES = wordList(`
an giang, bà rịa vũng tàu, vũng tàu, bạc liêu, bắc giang, bắc kạn, bắc ninh, bến tre, bình định, bình dương, bình phước
bình thuận, cà mau, cần thơ, đà nẵng, đắk lắk, đắk nông, điện biên, đồng nai, đồng tháp, gia lai, hà giang, hà nam
hà nội, hà tĩnh, hải dương, hải phòng, hậu giang, huế, hưng yên, khánh hòa, kiên giang, kon tum, lai châu
lâm đồng, lạng sơn, lào cai, long an, nam định, nghệ an, ninh bình, ninh thuận, phú thọ, phú yên, quảng bình, quảng nam
quảng ngãi, quảng ninh, quảng trị, sóc trăng, sơn la, tây ninh, thái bình, thái nguyên, thanh hóa, tiền giang
trà vinh, tuyên quang, vĩnh long, vĩnh phúc, yên bái
`)

/** Cities of provinces, by names that are no other word without their marks. */
export const CITIES = wordList(`
bà rịa, bảo lộc, bến cát, biên hòa, buôn ma thuột, cam ranh, cao lãnh, cẩm phả, châu đốc, chí linh, đà lạt, điện biên phủ, đông hà, đông triều, đồng hới, đồng xoài
gia nghĩa, gò công, hạ long, hà tiên, hoa lư, hội an, hồng ngự, long khánh, long xuyên, móng cái, mỹ tho, ngã bảy, nha trang, phan rang, phan thiết, phổ yên, phú quốc
phúc yên, phủ lý, pleiku, quy nhơn, rạch giá, sa đéc, sầm sơn, sông công, tam điệp, tân an, tân uyên, thủ dầu một, thủ đức, thuận an, thủy nguyên, tuy hòa, từ sơn
uông bí, vị thanh, việt trì, vĩnh yên
`)

/** Not «hồ chí minh» alone, whose name the youth bears. */
export const SAIGON = wordList(
  'thành phố hồ chí minh, tp hồ chí minh, ho chi minh city, tp hcm, tphcm, sài gòn',
)
