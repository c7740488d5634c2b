import { any } from './rule.ts';

/** A number in figures or in Chinese; not the vague 几. */
export const zhNumber = '(?:(?:\\d{1,9}(?:\\.\\d{1,3})?|[零〇一二两三四五六七八九十百千万]{1,6}|半)\\s?)';
const small =
  any(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty thirty forty fifty`);
/** A number in figures or in English. */
export const enNumber = `(?:\\d{1,3}(?:,\\d{3}){0,2}|${small})`;

export const weekday = any(
  'Mon(?:day)? Tue(?:s|sday)? Wed(?:nesday)? Thu(?:rs|rsday)? Fri(?:day)? Sat(?:urday)? Sun(?:day)?',
);
export const month =
  any(`Jan(?:uary)? Feb(?:ruary)? Mar(?:ch)? Apr(?:il)? May June? July? Aug(?:ust)? Sept?(?:ember)?
  Oct(?:ober)? Nov(?:ember)? Dec(?:ember)?`);

/** Employers that workplace talk names most; a name not in here is found only behind a clear cue. */
export const zhFirms =
  any(`阿里巴巴 阿里云 阿里 腾讯 字节跳动 字节 美团 百度 华为 京东 滴滴 拼多多 小米 网易 快手 蚂蚁 微软 谷歌 亚马逊 苹果公司
  IBM 甲骨文 携程 哔哩哔哩 B站 小红书 知乎 微博 搜狐 新浪 360 联想 中兴 海康 大疆 比亚迪 蔚来 理想 小鹏 吉利 OPPO vivo 荣耀 商汤 旷视
  科大讯飞 讯飞 贝壳 链家 顺丰 菜鸟 盒马 饿了么 虾皮 Shopee 平安 招行 工行 建行 农行 中行 中信 中金 移动 联通 电信 国企 央企 体制内 银行 四大 外企
  普华永道 德勤 安永 毕马威 麦肯锡 埃森哲 西门子 三星 索尼 英特尔 英伟达 高通 特斯拉 猿辅导 作业帮 新东方 好未来 得物 唯品会 苏宁 国美 Amazon
  Google Meta Microsoft Facebook Uber`);
export const enFirms =
  any(`Google Meta Facebook Amazon AWS Apple Microsoft Netflix Stripe Uber Lyft Airbnb Oracle IBM Intel Nvidia
  AMD Qualcomm Cisco Salesforce SAP Adobe Twitter LinkedIn Snap Pinterest Dropbox Spotify Shopify Square Block PayPal eBay
  Tesla SpaceX Palantir Databricks Snowflake Coinbase Robinhood DoorDash Instacart Bloomberg Goldman JPMorgan McKinsey
  Deloitte Accenture Infosys TCS Wipro ByteDance TikTok Tencent Alibaba Huawei Samsung Sony Siemens Bosch Booking Klarna
  Atlassian VMware Dell HP Zoom Slack Twilio Okta Workday ServiceNow Walmart Target FedEx Boeing Ford GM Toyota`);
export const zhSchools =
  any(`清华 北大 浙大 复旦 上海交大 西安交大 上交 西交 交大 中科大 科大 中科院 南大 武大 华科 哈工大 北航 北邮 北理 西电 成电 电子科大 同济 人大
  中山大学 中大 厦大 川大 山大 东南大学 东大 天大 南开 吉大 华南理工 华工 大连理工 大工 重大 湖大 中南 港大 港科大 港中文 新国立 南洋理工 国防科大
  [\\p{Script=Han}]{2,5}(?:大学|学院|理工|师范)`);
export const enSchools =
  any(`Stanford MIT Harvard Yale Princeton Berkeley Caltech CMU Cornell Columbia UCLA USC NYU Georgia\\sTech
  Purdue UIUC Oxford Cambridge Imperial UCL ETH EPFL TUM NUS NTU IIT Waterloo Toronto McGill Tsinghua Duke Brown Wharton
  INSEAD Michigan Penn`);
export const zhCities =
  any(`北京 上海 广州 深圳 杭州 南京 苏州 成都 武汉 西安 重庆 天津 厦门 长沙 合肥 郑州 青岛 大连 宁波 无锡 珠海 东莞 佛山 福州 济南 沈阳
  昆明 贵阳 南昌 南宁 石家庄 太原 哈尔滨 长春 海口 三亚 香港 澳门 台北 新加坡 东京 首尔 硅谷 西雅图 纽约 伦敦 迪拜 曼谷 雅加达 印尼 越南 印度 日本 美国 韩国
  欧洲 德国 英国 法国 巴西 墨西哥 沙特 埃及 非洲 中东 马来西亚 泰国 柏林 巴黎 悉尼 加拿大 澳洲 俄罗斯 胡志明 吉隆坡 马尼拉 菲律宾 都柏林 波兰 土耳其`);
export const enCities =
  any(`Austin Seattle Boston Chicago Denver Atlanta Dallas Houston Miami Phoenix Portland Toronto Vancouver
  Montreal London Dublin Berlin Munich Hamburg Paris Amsterdam Zurich Madrid Barcelona Lisbon Warsaw Krakow Prague
  Stockholm Oslo Helsinki Copenhagen Milan Rome Vienna Budapest Bucharest Tel\\sAviv Dubai Riyadh Cairo Nairobi Lagos
  Johannesburg Mumbai Bangalore Bengaluru Hyderabad Pune Chennai Delhi Gurgaon Noida Singapore Tokyo Osaka Seoul Beijing
  Shanghai Shenzhen Hangzhou Taipei Hong\\sKong Manila Jakarta Bangkok Hanoi Sydney Melbourne Auckland Sao\\sPaulo
  Mexico\\sCity New\\sYork San\\sFrancisco San\\sJose Los\\sAngeles San\\sDiego Vegas Las\\sVegas Raleigh Pittsburgh
  Philadelphia Manchester Edinburgh Detroit Nashville Charlotte Orlando Tampa Minneapolis`);
/** Where hardly anything but offices is. */
export const zhDistricts =
  any(`望京 西二旗 后厂村 张江 亦庄 上地 中关村 余杭 西溪 滨江 漕河泾 科兴 深圳湾 琶洲 光谷 酒仙桥 五道口 陆家嘴 前滩 坂田 松山湖 未来科技城
  天府软件园 软件谷 雨花台 金桥 临港 徐家汇 紫竹 后海 车公庙 高新园 海淀黄庄 知春路 苏州桥 大钟寺 回龙观 望京SOHO 三里屯 国贸三期`);
export const enCampuses =
  any(`Menlo\\sPark Mountain\\sView Cupertino Redmond Sunnyvale Palo\\sAlto Santa\\sClara Bellevue Kirkland
  Santa\\sMonica South\\sLake\\sUnion Canary\\sWharf`);
