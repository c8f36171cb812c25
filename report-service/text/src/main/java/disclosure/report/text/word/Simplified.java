package disclosure.report.text.word;

import java.util.HashMap;
import java.util.Map;

/** Traditional characters that reports are written in, and the simplified ones for them. */
public final class Simplified {

  /** Each traditional character before the simplified one. */
  private static final String PAIRS =
      "開开關关處处復复訴诉訟讼結结維维糾纠總总計计審审議议數数據据請请況况無无當当複复於于屬属國国務务內内過过執执詢询現现機机構构業业團团體体與与對对題题織织會会勞劳"
          + "動动實实報报雙双號号續续縣县鎮镇鄉乡區区廳厅為为劃划費费標标準准個个類类發发辦办給给繳缴納纳產产權权設设專专門门環环經经驗验園园書书農农財财價价額额單单項项規规"
          + "舊旧較较轉转應应穩稳護护條条決决許许罰罚強强製制廢废償偿補补確确認认獲获達达戶户眾众該该則则範范種种餘余從从後后時时間间網网絡络電电郵邮紀纪際际級级線线組组減减"
          + "見见記记調调論论問问進进運运適适選选邊边隊队難难響响領领頭头顯显館馆來来兩两別别協协參参員员將将層层張张擴扩換换損损擇择斷断東东檔档沒没濟济監监稅税節节簡简約约"
          + "細细統统聞闻聯联聽听職职萬万蓋盖術术衛卫裝装訊讯訂订討讨訓训託托詳详談谈講讲證证評评識识質质購购資资賠赔車车輔辅這这還还錄录錯错閱阅頁页頻频齊齐徵征億亿舉举諮咨"
          + "覆复採采佈布讀读寫写話话島岛廣广雲云陽阳興兴寧宁慶庆貴贵爾尔蘇苏陝陕龍龙豐丰榮荣樂乐長长馬马鳳凤鄭郑盧卢錢钱灣湾臺台營营鋪铺橋桥嶺岭溝沟澤泽滄沧濱滨瀋沈漢汉濰潍"
          + "湯汤鹽盐銅铜鐵铁鋼钢銀银黃黄麗丽塊块壩坝蓮莲薊蓟蕭萧藍蓝羅罗義义習习氣气災灾熱热愛爱親亲優优傳传儀仪備备債债側侧衝冲勝胜勵励歲岁歷历殘残滿满漲涨潔洁灘滩燈灯獨独"
          + "畫画畢毕盡尽礦矿禮礼積积稱称窮穷競竞築筑糧粮紅红純纯紙纸終终絕绝綠绿編编緊紧緣缘縮缩績绩繼继羣群脫脱臨临艦舰藝艺藥药視视覺觉觀观訪访診诊詞词試试誠诚誤误說说課课"
          + "諾诺謝谢謹谨譯译讓让貧贫貨货責责貿贸賀贺賣卖賬账趙赵趨趋軟软載载輕轻輛辆輪轮輸输違违遞递遠远遲迟遷迁遺遗鄰邻醫医釋释針针鍵键鏈链鐘钟閉闭闊阔陣阵陳陈陸陆隨随險险"
          + "隱隐雜杂離离靜静順顺預预願愿風风飛飞養养驅驱魚鱼鮮鲜點点黨党齡龄"
          + "徑径圖图場场須须僅仅學学緩缓徹彻銷销幾几濫滥裡里裏里觸触歸归擬拟擔担掛挂揮挥搶抢撥拨擾扰攜携敗败敵敌晝昼曉晓曆历朧胧楊杨極极樣样橫横檢检歡欢氫氢淺浅測测湧涌溫温滅灭濃浓濕湿煙烟爭争"
          + "獎奖瑣琐畝亩療疗盤盘硯砚禍祸穀谷筆笔簽签籌筹綜综練练縱纵罷罢腦脑覽览諧谐貼贴賓宾贊赞贏赢趕赶跡迹軌轨輯辑轄辖連连週周遊游邏逻鈕钮銜衔鎖锁鑒鉴雖虽頂顶頒颁飯饭";

  private static final Map<Character, Character> SIMPLIFIED = simplified();

  private Simplified() {}

  private static Map<Character, Character> simplified() {
    Map<Character, Character> simplified = new HashMap<>();
    for (int at = 0; at < PAIRS.length(); at += 2) {
      simplified.put(PAIRS.charAt(at), PAIRS.charAt(at + 1));
    }
    return Map.copyOf(simplified);
  }

  /** The simplified character; any other as it is. */
  public static char of(char one) {
    return SIMPLIFIED.getOrDefault(one, one);
  }

  /** A text in simplified characters. */
  public static String of(String text) {
    StringBuilder simplified = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      simplified.append(of(text.charAt(at)));
    }
    return simplified.toString();
  }
}
