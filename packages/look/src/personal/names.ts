import { any } from './rule.ts';

export const surname =
  '[王李张高刘陈杨黄赵吴周徐孙马朱胡郭何林罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢骆岳齐梅庄涂祝耿詹关]';
export const double = any('欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 夏侯 令狐 端木');
/** Characters that given names are made of; a word that only begins with a surname has others. */
export const given =
  '[伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红鹏辉志建国海燕俊峰晓东宇浩然子轩涵梓欣怡佳琪思雨嘉婷雪梅玲丹莉萍颖琳倩瑶晨阳飞翔龙凯旭斌波鑫健振文博远航毅鸿昊睿哲诚信仁义礼智春秋冬夏云霖琦璐珊珍珠翠凤仙香菊莲荣昌盛福禄寿喜庆祥瑞康宁安泰亮光耀晖炜煜焕炎烨彬楠森林松柏桐梁栋川江河湖洁淑慧贤良善美丹青卫民权爱德才学武斐雯雁露菲蕾薇娇媛婉姗姝妍嫣卿成立新天豪勋骏逸宏帆岩钧铭鸣朗悦可艺依诗雅菁芸芝莎娥媚妮家景泽皓昕晗奕弘彦承祖绍继世显少元书卓凌乐琛瑜璇玥玮珂钰锋力胜利根生贵富友忠勤敬恩惠珺蓉蓓苗茜茹荷萱芷若语凝双亦初念凡尚珉圆颜贝露曼敬]';
export const famous =
  /^(?:任正非|马化腾|刘强东|张一鸣|李彦宏|黄仁勋|余承东|俞敏洪|董明珠|雷军|马云|王兴|张朝阳|周鸿祎|罗永浩|李开复|王健林|许家印|丁磊|曹德旺|钟睒睒|黄峥|陈睿|程维|张勇|李嘉诚|贾跃亭)/u;
export const firstNames =
  any(`James John Robert Michael Bill David Richard Joseph Thomas Tom Charles Chris Christopher Daniel Dan Matthew Matt
  Anthony Tony Mark Donald Steven Steve Paul Andrew Andy Joshua Josh Kenneth Ken Kevin Brian George Edward Ed Ronald Timothy
  Tim Jason Jeffrey Jeff Ryan Jacob Gary Nick Nicholas Eric Jonathan Jon Stephen Larry Justin Scott Brandon Ben Benjamin Sam
  Samuel Greg Gregory Frank Alex Alexander Patrick Pat Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Doug Douglas Zach
  Peter Kyle Walter Ethan Jeremy Carl Keith Roger Sean Mary Patricia Jennifer Jen Linda Elizabeth Liz Barbara Susan Sue Jessica
  Jess Sarah Sara Karen Nancy Lisa Betty Margaret Sandra Ashley Kimberly Kim Emily Donna Michelle Carol Amanda Melissa Deborah
  Stephanie Rebecca Becky Laura Sharon Cynthia Kathleen Kathy Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen Samantha
  Katherine Kate Christine Debra Rachel Carolyn Janet Maria Heather Diane Ruth Julie Olivia Joyce Virginia Victoria Kelly Lauren
  Christina Joan Evelyn Megan Andrea Cheryl Hannah Grace Lily Priya Anil Rahul Amit Ravi Raj Sanjay Vijay Deepak Neha Anjali
  Pooja Suresh Ramesh Arjun Rohan Ankit Wei Ming Li Jing Yang Hao Jun Xin Ying Fang Ahmed Mohammed Ali Omar Fatima Hassan
  Carlos Juan Luis Miguel Jorge Ana Sofia Lucia Pedro Diego Pablo Hans Klaus Jürgen Stefan Anders Lars Ingrid Pierre Jean
  Luca Marco Giulia Ivan Dmitri Olga Natasha Tina Helen Gordon Deepika Tomasz Lukas Felix Max Oliver Oscar Leo Noah Liam Lucas Mia Zoe Chloe Ella Amelia Isla Freya Poppy
  Claire Fiona Moira Siobhan Niamh Declan Liam Callum Ewan Hamish Graham Trevor Nigel Clive Derek Simon Gavin Stuart Ian Neil
  Kavya Shreya Divya Lakshmi Meera Nisha Sunita Vikram Karthik Manish Nikhil Siddharth Aditya Sandeep Rajesh Mahesh Ganesh
  Piotr Pawel Katarzyna Agnieszka Jan Marek Radek Jakub Vlad Igor Sergei Andrei Elena Irina Svetlana Bogdan Mihai Ioana
  Mateo Santiago Camila Valentina Isabel Fernando Ricardo Eduardo Rafael Gabriel Thiago Paulo Joao Beatriz Mariana
  Chen Xiao Lei Bo Yan Jie Hui Rui Kai Tao Yuki Hiroshi Kenji Akira Min-jun Ji-woo`);
export const famousAbroad =
  /^(?:Elon|Steve\sJobs|Sam\sAltman|Mark\sZuckerberg|Ben\sHorowitz|Bill\sGates|Tim\sCook|Jeff\sBezos|Larry\s(?:Page|Ellison)|Henry\sFord|Jack\sMa|Donald\sTrump|Paul\sGraham|Adam\sSmith|Adam\sGrant|Simon\sSinek|Peter\sThiel|Jack\sDorsey|Jensen)/;
export const notName =
  '(?!(?:The|This|That|It|And|But|So|On|In|At|I|Is|Was|We|They|He|She|If|My|Our|Not|No|HR|Or|As|Monday|Friday|PIP|Slack|Teams|Senior)\\b)';
