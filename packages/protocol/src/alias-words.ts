/*
 * Words of which the names of aliases are made. Frozen: a changed word renames everybody who ever spoke. No character
 * stands both in a first and in a last part, so that no name stutters.
 */

/** Two characters of an image: clothes, weather, creatures, plants, places, crafts of old teahouses. 128. */
export const chineseFirst = [
  '青衫 布衣 蓑衣 竹笠 芒鞋 素袍 葛巾 锦袖 玉佩 折扇 纸伞 香囊 毡帽 听雨 踏雪 望月',
  '追云 晨雾 暮霞 春雷 秋霜 朝露 清风 初晴 新月 北斗 星河 流萤 惊蛰 谷雨 霜降 冬至',
  '白鹿 青鸾 孤鹤 沙鸥 鸣蝉 黄鹂 锦鲤 云雀 鸿雁 春燕 蜻蜓 银鱼 白鹭 翠鸟 青竹 白梅',
  '幽兰 秋菊 红枫 碧荷 古柏 苍松 垂柳 芦花 海棠 石榴 银杏 梧桐 紫藤 山茶 杏花 芭蕉',
  '菖蒲 茉莉 莲蓬 菱角 枇杷 蔷薇 蒹葭 桑麻 薄荷 渡船 寒江 远山 南山 溪桥 曲水 平湖',
  '断桥 沧浪 烟渚 古渡 柳岸 竹林 松风 桃源 兰亭 东篱 西窗 小楼 深巷 孤帆 乌篷 潮声',
  '石阶 清泉 雪岭 煮茶 焙茶 制笔 刻竹 烧瓷 织锦 染布 造纸 修琴 弹筝 吹笛 观棋 打铁',
  '磨镜 编篮 扎灯 酿酒 摇橹 垂钓 抄书 说书 打更 提灯 雕漆 皮影 剪纸 养蚕 采莲 扫叶',
].flatMap((line) => line.split(' '));

/** One or two characters of a person. 64. */
export const chineseLast = [
  '客 人 生 士 子 匠 侠 友 旅人 过客 游子 行人 归人 故人 邻人 闲人',
  '散人 隐者 渔人 樵客 牧人 农人 园丁 医者 画师 乐师 鼓手 墨客 诗人 镖师 歌者 舞者',
  '学子 学徒 木匠 锁匠 瓦匠 铜匠 篾匠 陶匠 舟子 店家 掌柜 伙计 账房 信使 舵手 门客',
  '食客 剑客 来客 稀客 少年 长者 知音 知己 旧友 乡亲 旅伴 向导 博士 堂倌 票友 街坊',
].flatMap((line) => line.split(' '));

/** Stuffs, colours, weathers, places, manners. 128. */
export const englishFirst = [
  'Jade Copper Willow Amber Silver Ivory Coral Pearl Lacquer Porcelain Celadon Bamboo',
  'Cedar Maple Lotus Plum Peach Apricot Persimmon Ginkgo Camphor Rosewood Cinnamon Clove',
  'Ginger Saffron Indigo Vermilion Crimson Russet Umber Ochre Golden Bronze Iron Tin',
  'Brass Flint Slate Granite Marble Agate Onyx Opal Garnet Topaz Quartz Crystal',
  'Misty Rainy Snowy Frosty Windy Cloudy Moonlit Candlelit Sunlit Twilight Dawn Midnight',
  'Autumn Winter Spring Summer Harvest Lantern Parchment Silk Linen Cotton Velvet Hemp',
  'Straw Reed River Lake Harbor Island Valley Mountain Meadow Woodland Terrace Orchard',
  'Hillside Seaside Desert Canyon Distant Quiet Gentle Patient Roaming Drifting Dreaming Humming',
  'Whistling Smiling Steady Nimble Swift Bright Mellow Hidden Northern Southern Eastern Western',
  'Ancient Tinted Braided Etched Burnished Folded Scrolled Smoky Honey Mint Jasmine Oolong',
  'Osmanthus Chestnut Walnut Juniper Hazel Birch Azure Emerald',
].flatMap((line) => line.split(' '));

/** Creatures and crafts. 128. */
export const englishLast = [
  'Heron Magpie Crane Sparrow Swallow Kingfisher Oriole Lark Wren Finch Robin Thrush',
  'Starling Nightingale Cuckoo Egret Ibis Pelican Plover Sandpiper Curlew Gull Tern Petrel',
  'Osprey Kestrel Falcon Owl Raven Jay Pheasant Quail Partridge Goose Mallard Teal',
  'Swan Carp Koi Perch Trout Salmon Otter Beaver Badger Hare Marten Fox',
  'Deer Elk Ibex Antelope Pony Camel Yak Panda Lynx Tiger Leopard Tortoise',
  'Gecko Newt Cricket Cicada Dragonfly Firefly Moth Butterfly Bumblebee Seahorse Dolphin Squirrel',
  'Hedgehog Dormouse Potter Weaver Dyer Carver Painter Piper Drummer Fiddler Harper Singer',
  'Dancer Poet Scribe Printer Bookbinder Papermaker Inkmaker Tailor Cobbler Cooper Joiner Mason',
  'Tinker Glazier Gilder Engraver Clockmaker Lampmaker Kitemaker Brewer Baker Miller Teamaker Beekeeper',
  'Gardener Shepherd Farmer Forester Angler Sailor Rower Boatwright Wheelwright Courier Wanderer Scholar',
  'Storyteller Puppeteer Juggler Acrobat Stargazer Mapmaker Innkeeper Bookseller',
].flatMap((line) => line.split(' '));
